"""One module for each engine, all behind the two classes of `base`."""
