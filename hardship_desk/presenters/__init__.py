"""Screen logic without Qt: page data, what a view must do, and who decides what it shows."""
