using System.Text.Json;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Gathers the lines of one step log into episodes, in bounded memory.</summary>
internal sealed class StepLogReader(Findings findings)
{
    private readonly Dictionary<string, StepLogEpisode> _episodes = [];
    private readonly HashSet<string> _monitors = [];
    private long _values;

    /// <summary>Episodes in order of appearance.</summary>
    public IReadOnlyDictionary<string, StepLogEpisode> Episodes => _episodes;

    public IReadOnlyCollection<string> Monitors => _monitors;

    /// <summary>Takes in one line; returns the number of episodes seen so far.</summary>
    public int Read(int number, ReadOnlyMemory<byte> bytes)
    {
        using JsonDocument document = JsonInput.Parse(bytes, findings, number);
        JsonElement line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object)
        {
            findings.Error(StudyCode.BadStepLine, "a line of a step log must be one JSON object", line: number);
        }
        else if (IsLabelOnly(line))
        {
            ReadLabel(line, number, EpisodeOf(new JsonFields(line, findings, "$", number).Label("episode")!));
        }
        else if (StepLine.Identity(line, findings, number) is { } identity)
        {
            ReadStep(line, number, EpisodeOf(identity.Episode), identity.Step);
        }

        return _episodes.Count;
    }

    // A writer that learns the outcome at the end of an episode adds {"episode", "success"} without a step.
    private bool IsLabelOnly(JsonElement line) =>
        !line.TryGetProperty("step", out _)
        && line.TryGetProperty("success", out _)
        && new JsonFields(line, findings, "$").Label("episode") is not null;

    private StepLogEpisode EpisodeOf(string name)
    {
        if (!_episodes.TryGetValue(name, out StepLogEpisode? episode))
        {
            _episodes.Add(name, episode = new StepLogEpisode());
        }

        return episode;
    }

    private void ReadStep(JsonElement line, int number, StepLogEpisode episode, int step)
    {
        if (step <= episode.LastStep)
        {
            findings.Error(StudyCode.StepOrder, $"step {step} comes after step {episode.LastStep} of its episode", "step", number);
            return;
        }

        episode.BeginStep(step);
        episode.CountViolation(StepLine.Violated(line));
        ReadLabel(line, number, episode);
        foreach ((string name, double value) in StepLine.Monitors(line, findings, number))
        {
            Keep(episode, name, value, number);
        }

        ReadMotion(line, number, episode);
    }

    // Set keeps the first value of a step, so that a monitor of the log wins over the one worked out here.
    private void ReadMotion(JsonElement line, int number, StepLogEpisode episode)
    {
        if (StepLine.Raw(line) is { } raw)
        {
            episode.Motion.Observe(raw);
            Keep(episode, "reversal_rate", episode.Motion.Reversal, number);
            Keep(episode, "total_variation_per_step", episode.Motion.Variation, number);
        }
    }

    private void Keep(StepLogEpisode episode, string name, double value, int number)
    {
        _monitors.Add(name);
        if (_monitors.Count > InputLimits.Monitors || ++_values > InputLimits.StepValues)
        {
            throw findings.Fatal(
                StudyCode.TooLarge,
                $"more than {InputLimits.Monitors} monitors or {InputLimits.StepValues} monitor values",
                line: number,
                hint: "split the log by policy, or keep fewer monitors");
        }

        episode.Set(name, value);
    }

    private void ReadLabel(JsonElement line, int number, StepLogEpisode episode)
    {
        bool? success = new JsonFields(line, findings, "$", number).Truth("success", StudyCode.NoLabel);
        if (success is not null && episode.Succeeded is { } earlier && earlier != success)
        {
            findings.Error(StudyCode.LabelConflict, "the episode is labelled both a success and a failure", "success", number);
        }

        episode.Succeeded ??= success;
    }
}
