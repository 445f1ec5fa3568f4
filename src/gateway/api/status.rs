//! The status page: one file that brings everything it needs and may do nothing but ask this gateway.

use std::sync::LazyLock;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::answer;
use super::site::Site;

/// The page as a browser hashes it: with the line ends of a checkout that changed none.
static PAGE: LazyLock<String> = LazyLock::new(|| include_str!("status.html").replace("\r\n", "\n"));

/// Its own script and style run, by their hashes, and no other; it talks to this gateway only, nobody frames it, and a
/// text can never become a script.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let (script, style) = (hash(&PAGE, "script"), hash(&PAGE, "style"));
    let policy = format!(
        "default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'self'; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// The name by which the policy knows the one element of this kind.
fn hash(page: &str, element: &str) -> String {
    let inside = page.split_once(&format!("<{element}>")).map_or("", |(_, rest)| rest);
    let inside = inside.split_once(&format!("</{element}>")).map_or("", |(inside, _)| inside);
    format!("sha256-{}", STANDARD.encode(Sha256::digest(inside)))
}

pub(super) fn page(_: &Site, _: &Request) -> Response {
    let Some(policy) = POLICY.as_ref() else {
        return answer::typed(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", "the page cannot be served safely\n");
    };
    let mut response = answer::typed(StatusCode::OK, "text/html; charset=utf-8", PAGE.as_str());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    for (name, value) in [
        (header::REFERRER_POLICY.as_str(), "no-referrer"),
        // For what knows no policy.
        (header::X_FRAME_OPTIONS.as_str(), "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_needs_nothing_that_its_policy_forbids() {
        for element in ["<script>", "<style>"] {
            assert_eq!(PAGE.matches(element).count(), 1, "{element}");
        }
        // No text becomes HTML or code, nothing is fetched from elsewhere, and no attribute runs or styles anything.
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval(",
            "Function(",
            "localStorage",
            "cookie",
            "src=",
            " style=",
            " onclick=",
            "https:",
            "//cdn",
            "@import",
            "url(",
        ] {
            assert!(!PAGE.contains(forbidden), "{forbidden}");
        }
        assert!(PAGE.lines().count() < 400, "the page is long");
    }
}
