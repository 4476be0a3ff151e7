using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>A run that goes on, as a browser learns of it first.</summary>
internal sealed record HelloAnswer : EpisodeAnswer
{
    public string Type => "hello";
}
