"""The rules on fines after a breach of the inlichtingenplicht (Participatiewet 18a)."""
