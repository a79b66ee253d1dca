"""What things cost: index, searches, folders, start-up and growth, beside other engines."""
