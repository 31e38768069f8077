"""What a vault keeps, read and written as domain objects; one module for each part."""
