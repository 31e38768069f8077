"""The rules on a maatregel: lowering of the bijstand (Participatiewet 18 and 18b)."""
