"""The log of changes: who writes down what was touched, and how it is put in order."""
