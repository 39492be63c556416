"""Families of types: which are kept apart from training, and which are written or not."""

HELD = {'neucha', 'lobster', 'caveat', 'playfair-display', 'oswald', 'comfortaa', 'unbounded',
        'cormorant-sc', 'press-start-2p', 'ubuntu', 'philosopher', 'yeseva-one'}
WRITTEN = {'caveat', 'marck-script', 'bad-script', 'great-vibes', 'neucha', 'shantell-sans',
           'amatic-sc', 'pacifico', 'lobster', 'balsamiq-sans'}
