from verifier.app import create_app
from verifier.config import Settings

app = create_app(Settings.from_env())
