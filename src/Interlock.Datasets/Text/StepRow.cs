namespace Interlock.Datasets.Text;

/// <summary>One step as a line tells it. Reused from line to line.</summary>
internal sealed class StepRow(int actionDimension, int stateDimension)
{
    public double[] Action { get; } = new double[actionDimension];

    public double[] State { get; } = new double[stateDimension];

    /// <summary>Null where lines have no episode number.</summary>
    public int? Episode { get; set; }

    /// <summary>Null where lines have no step number.</summary>
    public long? Step { get; set; }

    /// <summary>Null where lines have no time.</summary>
    public double? TimestampS { get; set; }

    public string? Task { get; set; }

    public bool? Success { get; set; }

    /// <summary>Whether this step belongs to another episode than the step before it, which had these numbers.</summary>
    public bool StartsEpisodeAfter(int? episode, long? step) => Episode != episode || (episode is null && Step < step);
}
