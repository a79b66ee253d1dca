"""Pure knowledge: symbols, citations, entities."""
