//! What the targets share: the claims about any input, which the ordinary tests hold the kept cases to as well.

#[path = "../claims.rs"]
pub mod claims;
#[path = "../claims_repository.rs"]
pub mod claims_repository;
