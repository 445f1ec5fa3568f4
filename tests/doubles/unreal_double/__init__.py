"""An in-memory Unreal editor, checked against the published stubs. What imports as `unreal` stands beside this."""
