"""When the kills of batches struck, for crash_test.py."""


class Strikes:
    """When the kills of batches struck."""

    def __init__(self):
        self.count = self.missed = self.before_any = self.at_work = self.papers = self.recognised = 0

    def add(self, documents):
        self.count += 1
        recognised = sum(document['state'] == 'recognised' for document in documents)
        self.papers += len(documents)
        self.recognised += recognised
        self.before_any += not documents
        self.at_work += recognised < len(documents)

    def __str__(self):
        return (f'{self.count} kills struck a running batch ({self.missed} came too late and do not '
                f'count): {self.at_work} while an accepted paper waited for its recognition, '
                f'{self.before_any} before the first was accepted; {self.papers} papers had been '
                f'accepted, {self.recognised} of them recognised')
