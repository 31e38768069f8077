"""The rules on the kostendelersnorm (Participatiewet 19a and 22a)."""
