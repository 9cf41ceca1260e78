"""Reports: findings become text. Nothing here prints or reads; the edge does."""
