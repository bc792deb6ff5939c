"""Every sentence a person reads, in Danish and English, in one place."""
