namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>Topics of the feed by their names, which are those of a recording.</summary>
internal static class FeedTopics
{
    private const string SessionPrefix = "/session-";
    private const int LongestSession = 32;
    private const string CameraPrefix = "/camera/";
    private static readonly string[] ImageSuffixes = ["/image", "/image_raw"];

    private static readonly Dictionary<string, (FeedTopic Topic, string Group)> Known = new()
    {
        ["/policy/action_raw"] = (FeedTopic.Raw, "raw"),
        ["/policy/action"] = (FeedTopic.Policy, "policy"),
        ["/guard/command"] = (FeedTopic.Guarded, "guarded"),
        ["/robot/executed"] = (FeedTopic.Executed, "executed"),
        ["/robot/state"] = (FeedTopic.State, "state"),
        ["/guard/monitors"] = (FeedTopic.Monitors, "monitor"),
        ["/guard/verdict"] = (FeedTopic.Verdict, "verdict"),
        ["/supervisor/state"] = (FeedTopic.Supervisor, "supervisor"),
        ["/robot/force"] = (FeedTopic.Force, "force"),
        ["/loop/timing"] = (FeedTopic.Timing, "timing"),
        ["/policy/chunk"] = (FeedTopic.Chunk, "chunk"),
        ["/guard/events"] = (FeedTopic.Event, "guard_event"),
        ["/events"] = (FeedTopic.Event, "event"),
        ["/interlock/status"] = (FeedTopic.Status, "status"),
    };

    // Of what comes now and then, an age says nothing.
    private static readonly HashSet<string> Seldom = ["chunk", "guard_event", "event", "status"];

    /// <summary>The session of a proxy whose topic it is, and the topic within it; no session for a run's.</summary>
    public static (string? Session, string Topic) Split(string topic)
    {
        int end = topic.StartsWith(SessionPrefix, StringComparison.Ordinal) ? topic.IndexOf('/', 1) : -1;
        return end < 0 || end > LongestSession ? (null, topic) : (topic[1..end], topic[end..]);
    }

    public static FeedTopic Of(string topic) => Known.TryGetValue(topic, out (FeedTopic Topic, string Group) known) ? known.Topic : CameraOf(topic) is null ? FeedTopic.Other : FeedTopic.Image;

    /// <summary>The camera of a topic with pictures; null for other topics.</summary>
    public static string? CameraOf(string topic) =>
        topic.StartsWith(CameraPrefix, StringComparison.Ordinal) && Array.Find(ImageSuffixes, suffix => topic.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
        && topic.Length > CameraPrefix.Length + suffix.Length ? topic[CameraPrefix.Length..^suffix.Length] : null;

    /// <summary>What a person calls it where ages are listed; null where an age means nothing.</summary>
    public static string? AgeNameOf(string topic) =>
        Known.TryGetValue(topic, out (FeedTopic Topic, string Group) known) ? Seldom.Contains(known.Group) ? null : known.Group
        : CameraOf(topic) is { } camera ? $"camera {camera}" : null;
}
