"""Ids and names that lead somewhere: members, prospects, referrals, agreements, categories, measures, rules."""
