"""How well real documents are read: every figure that has truth, held against floors that only rise."""
