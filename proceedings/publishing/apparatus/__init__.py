"""The apparatus around what is read: ways, facts, rows and pictures in the shape that components take."""
