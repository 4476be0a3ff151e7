namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>A file of a run.</summary>
internal sealed record RunFile(string Name, RunFileKind Kind, byte[] Bytes)
{
    public bool IsUrdf => Kind == RunFileKind.Urdf;
}
