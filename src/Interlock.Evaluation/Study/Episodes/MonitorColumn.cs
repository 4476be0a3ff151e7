namespace Interlock.Evaluation.Study.Episodes;

/// <summary>One monitor over all episodes of a policy, turned so that larger means failure.</summary>
/// <param name="Name">Stable snake_case name.</param>
/// <param name="Length">How its values depend on episode length.</param>
/// <param name="Values">One per episode; NaN where there is none.</param>
/// <param name="Tracks">Per episode, one value per step (NaN where there is none); null where only episode values are known.</param>
internal sealed record MonitorColumn(string Name, LengthBehaviour Length, double[] Values, double[][]? Tracks = null)
{
    /// <summary>Suffix of the name of the length-normalised twin of a count or sum.</summary>
    public const string PerStepSuffix = "_per_step";

    /// <summary>True when fewer than two different values occur.</summary>
    public bool IsConstant => Values.Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() < 2;

    /// <summary>The count or sum divided by the steps of each episode.</summary>
    public MonitorColumn PerStep(IReadOnlyList<LabelledEpisode> episodes) =>
        new(Name + PerStepSuffix, LengthBehaviour.PerStep, [.. Values.Select((value, index) => value / episodes[index].Steps)]);
}
