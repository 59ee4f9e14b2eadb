"""Which pages an edition has, rendering them, serving them."""
