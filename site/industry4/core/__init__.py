"""What every page shares: base page, mixins, blocks, translation state, site settings, navigation."""
