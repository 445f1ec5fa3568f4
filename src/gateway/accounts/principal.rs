//! Who calls: what a key stands for once it has been recognised.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// Whose key it is and what it is good for; it holds nothing secret.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Principal {
    /// `u_...`.
    pub(crate) user: String,
    /// For people.
    pub(crate) user_name: String,
    /// `k_...`: which key, never its secret.
    pub(crate) key: String,
    /// What it lets them do.
    pub(crate) grant: Grant,
    /// Unix seconds, as it was when the key was recognised; `Accounts::alive` knows of later changes.
    pub(crate) expires_at: Option<u64>,
}

/// What a key lets its bearer do; the default is all that a user can.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Grant {
    /// From which end it may connect.
    pub(crate) uses: Uses,
    /// What kinds of operation it may call.
    pub(crate) scopes: Scopes,
    /// Operations that it may call, each a name or a beginning and `*`; none means all.
    pub(crate) operations: Option<Vec<String>>,
    /// Instances that it may reach, by id; none means all that its user sees.
    pub(crate) instances: Option<Vec<String>>,
    /// Which instance is meant when a call names none.
    pub(crate) default_instance: Option<String>,
    /// Calls per second.
    pub(crate) rate: Option<u32>,
    /// Calls at once.
    pub(crate) concurrency: Option<u32>,
}

impl Default for Grant {
    fn default() -> Self {
        Self {
            uses: Uses::BOTH,
            scopes: Scopes::USER,
            operations: None,
            instances: None,
            default_instance: None,
            rate: None,
            concurrency: None,
        }
    }
}

/// From which end a key may connect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Uses {
    /// As a host.
    pub(crate) host: bool,
    /// As whoever commands hosts.
    pub(crate) client: bool,
}

impl Uses {
    /// Both ends, as the key that a new user gets.
    pub(crate) const BOTH: Self = Self { host: true, client: true };
    /// Hosts only, as what pairing gives.
    pub(crate) const HOST: Self = Self { host: true, client: false };
    /// Clients only.
    pub(crate) const CLIENT: Self = Self { host: false, client: true };

    pub(super) fn bits(self) -> u8 {
        u8::from(self.host) | u8::from(self.client) << 1
    }

    pub(super) fn from_bits(bits: u8) -> Self {
        Self { host: bits & 1 != 0, client: bits & 2 != 0 }
    }
}

/// One kind of operation that a key may be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// What changes nothing.
    Read,
    /// What changes a scene.
    Edit,
    /// `execute_python`.
    Python,
    /// Files on the host's machine.
    Files,
    /// Calls beyond the key's default instance.
    Route,
    /// Administering the gateway.
    Admin,
}

impl Scope {
    /// Every scope, in the order in which they are listed.
    pub(crate) const ALL: [Self; 6] = [Self::Read, Self::Edit, Self::Python, Self::Files, Self::Route, Self::Admin];

    /// Its name in configuration, on the command line and in errors.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Edit => "edit",
            Self::Python => "python",
            Self::Files => "files",
            Self::Route => "route",
            Self::Admin => "admin",
        }
    }

    /// The scope of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// A set of scopes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scopes(u8);

impl Scopes {
    /// None at all: a key that only lets a host link.
    pub(crate) const NONE: Self = Self(0);
    /// All that a user can have.
    pub(crate) const USER: Self = Self(0b01_1111);
    /// Administering, and nothing in any scene.
    pub(crate) const ADMIN: Self = Self(1 << Scope::Admin as u8);

    /// Whether `scope` is in it.
    pub(crate) const fn contains(self, scope: Scope) -> bool {
        self.0 & (1 << scope as u8) != 0
    }

    /// The same with `scope`.
    pub(crate) const fn with(self, scope: Scope) -> Self {
        Self(self.0 | 1 << scope as u8)
    }

    /// What is in it, in the order in which they are listed.
    pub(crate) fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.contains(*scope))
    }

    pub(super) fn bits(self) -> u8 {
        self.0
    }

    /// Bits that no scope has are dropped, so that they never come to mean something later.
    pub(super) fn from_bits(bits: u8) -> Self {
        Self(bits & (Self::USER.0 | Self::ADMIN.0))
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        scopes.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Serialize for Scopes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        self.iter().try_for_each(|scope| list.serialize_element(scope.name()))?;
        list.end()
    }
}

/// What somebody is to an instance; each may do what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    /// Reads.
    Viewer,
    /// Reads and changes.
    Editor,
    /// May also share it.
    Owner,
}

impl Role {
    /// Every role.
    pub(crate) const ALL: [Self; 3] = [Self::Viewer, Self::Editor, Self::Owner];

    /// Its name on every surface.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// The role of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_hold_what_was_put_in_and_nothing_else() {
        let scopes: Scopes = [Scope::Edit, Scope::Route].into_iter().collect();
        assert_eq!(scopes.iter().collect::<Vec<_>>(), [Scope::Edit, Scope::Route]);
        assert_eq!(Scopes::from_bits(scopes.bits()), scopes);
        assert_eq!(Scopes::from_bits(0b1100_0000), Scopes::NONE);
        assert_eq!(Scopes::USER.iter().count(), 5);
        assert!(!Scopes::USER.contains(Scope::Admin) && Scopes::ADMIN.contains(Scope::Admin));
    }

    #[test]
    fn names_are_read_back() {
        assert!(Scope::ALL.into_iter().all(|scope| Scope::named(scope.name()) == Some(scope)));
        assert!(Role::ALL.into_iter().all(|role| Role::named(role.name()) == Some(role)));
        assert_eq!(Scope::named("root"), None);
        for uses in [Uses::BOTH, Uses::HOST, Uses::CLIENT] {
            assert_eq!(Uses::from_bits(uses.bits()), uses);
        }
    }
}
