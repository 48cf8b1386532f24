"""How each language writes dates and numbers, where Django's own form is not the one wanted."""
