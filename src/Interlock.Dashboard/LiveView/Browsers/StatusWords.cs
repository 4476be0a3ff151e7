using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.LiveView.Run;

namespace Interlock.Dashboard.LiveView.Browsers;

/// <summary>A status in the words of the pages.</summary>
internal static class StatusWords
{
    private static readonly (string Command, string Text)[] Answers =
        [("answer_go_on", "Go on"), ("answer_with_care", "Go on with care"), ("answer_give_up", "End the episode")];

    public static StatusMessage Of(LiveRun run, FeedStatus status, double statusAgeMs, string verdict)
    {
        (string state, string? why) = SessionOf(run, status) is { StoppedBy: { } code }
            ? ("stopped", $"{code} stopped this client: its replies bring the robot to rest until the proxy is started anew")
            : (status.State, status.Why);
        return Of(run, status, statusAgeMs, verdict, state, why);
    }

    private static FeedSession? SessionOf(LiveRun run, FeedStatus status) => status.Proxy?.Sessions.FirstOrDefault(session => session.Name == run.ProxySession);

    private static StatusMessage Of(LiveRun run, FeedStatus status, double statusAgeMs, string verdict, string state, string? why) => new(
        state,
        state.Replace('_', ' '),
        verdict,
        why,
        status.CertificateLevel ?? run.Session.CertificateLevel,
        status.Task ?? run.Session.Task,
        run.T,
        AgesOf(run.ProxySession, status, statusAgeMs),
        status.Dropped,
        status.RateHz ?? run.Layout.RateHz,
        run.BandZeroT,
        run.Joints(),
        QuestionOf(status),
        new StopMessage(status.IsStopLatched, status.StopReason, status.StopCode));

    // What was so old when the feed said it has grown older since.
    private static Dictionary<string, double> AgesOf(string? session, FeedStatus status, double statusAgeMs)
    {
        Dictionary<string, double> ages = [];
        foreach ((string topic, double ageMs) in status.AgesMs)
        {
            (string? of, string own) = FeedTopics.Split(topic);
            if (of == session && FeedTopics.AgeNameOf(own) is { } name)
            {
                double now = ageMs + statusAgeMs;
                ages[name] = ages.TryGetValue(name, out double other) ? Math.Min(now, other) : now;
            }
        }

        return ages;
    }

    private static QuestionMessage? QuestionOf(FeedStatus status) => status.Question is null
        ? null
        : new QuestionMessage(status.Question, [.. Answers.Where(answer => status.Can.Contains(answer.Command)).Select(answer => new AnswerMessage(answer.Command, answer.Text))]);
}
