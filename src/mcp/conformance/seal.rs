//! What a client carries from one round to the next, so that it cannot be changed on the way.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::hmac;
use rmcp::ErrorData;

/// A key that lives as long as the server.
#[derive(Debug)]
pub(super) struct Seal(hmac::Key);

impl Default for Seal {
    fn default() -> Self {
        let mut key = [0_u8; 32];
        // A guessable key would make the suite's own check fail, and no more than that.
        if let Err(error) = getrandom::fill(&mut key) {
            tracing::warn!(%error, "no random key");
        }
        Self(hmac::Key::new(hmac::HMAC_SHA256, &key))
    }
}

impl Seal {
    pub(super) fn close(&self, state: &str) -> String {
        let tag = hmac::sign(&self.0, state.as_bytes());
        format!("{}.{}", BASE64.encode(state), BASE64.encode(tag))
    }

    pub(super) fn open(&self, sealed: &str) -> Result<String, ErrorData> {
        self.verified(sealed).ok_or_else(|| ErrorData::invalid_params("the request state was tampered with", None))
    }

    fn verified(&self, sealed: &str) -> Option<String> {
        let (state, tag) = sealed.split_once('.')?;
        let (state, tag) = (BASE64.decode(state).ok()?, BASE64.decode(tag).ok()?);
        hmac::verify(&self.0, &state, &tag).ok()?;
        String::from_utf8(state).ok()
    }
}
