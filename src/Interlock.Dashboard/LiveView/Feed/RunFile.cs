namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>A file of a run.</summary>
/// <param name="Session">Of a proxy; null for a run's file.</param>
/// <param name="Name">As the feed calls it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record RunFile(string? Session, string Name, RunFileKind Kind, byte[] Bytes);
