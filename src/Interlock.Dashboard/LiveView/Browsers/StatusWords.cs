using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.LiveView.Run;

namespace Interlock.Dashboard.LiveView.Browsers;

/// <summary>A status in the words of the pages.</summary>
internal static class StatusWords
{
    private static readonly (string Command, string Text)[] Answers =
        [("answer_go_on", "Go on"), ("answer_with_care", "Go on with care"), ("answer_give_up", "End the episode")];

    public static StatusMessage Of(LiveRun run, FeedStatus status, double statusAgeMs, string verdict) => new(
        status.State,
        status.State.Replace('_', ' '),
        verdict,
        status.Why,
        status.CertificateLevel ?? run.Session.CertificateLevel,
        status.Task ?? run.Session.Task,
        run.T,
        AgesOf(status, statusAgeMs),
        status.Dropped,
        status.RateHz ?? run.Layout.RateHz,
        run.BandZeroT,
        run.Joints(),
        QuestionOf(status),
        new StopMessage(status.IsStopLatched, status.StopReason, status.StopCode));

    // What was so old when the feed said it has grown older since.
    private static Dictionary<string, double> AgesOf(FeedStatus status, double statusAgeMs)
    {
        Dictionary<string, double> ages = [];
        foreach ((string topic, double ageMs) in status.AgesMs)
        {
            if (FeedTopics.AgeNameOf(topic) is { } name)
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
