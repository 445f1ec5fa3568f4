//! The MCP server over any `Backend`.
