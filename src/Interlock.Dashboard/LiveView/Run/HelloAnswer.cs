using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>A run that goes on, as a browser learns of it first.</summary>
internal sealed record HelloAnswer : EpisodeAnswer
{
    public string Type => "hello";

    /// <summary><c>run</c>, or <c>proxy</c> for one of its sessions.</summary>
    public required string Kind { get; init; }

    /// <summary>The session of a proxy that is shown; null for a run.</summary>
    public string? ProxySession { get; init; }
}
