"""What every page shares: base page, mixins, blocks, translation state, settings, navigation."""
