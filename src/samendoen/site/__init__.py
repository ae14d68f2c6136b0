"""What makes one installation of the parts: settings, urls, navigation, commands and the demo."""
