"""What an assessment is made of: frozen objects that know no file, window or database."""
