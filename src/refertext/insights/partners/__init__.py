"""How partnerships are doing: the five steps, star referrers, balance, stagnation."""
