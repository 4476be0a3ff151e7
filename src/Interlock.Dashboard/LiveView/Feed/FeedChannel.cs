namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>A channel that is subscribed.</summary>
/// <param name="Session">Of a proxy; null for a run's channel.</param>
/// <param name="Topic">What it carries.</param>
/// <param name="Camera">Of pictures; null for other topics.</param>
internal readonly record struct FeedChannel(string? Session, FeedTopic Topic, string? Camera);
