using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Datasets.Inspection;

namespace Interlock.Datasets.Opening;

/// <summary>The step rate of a source that states none, from the first times of its first episode.</summary>
internal static class InferredRate
{
    /// <summary>Steps that are looked at; the others are compared with the rate when the dataset is inspected.</summary>
    private const int MostSteps = 1_000;

    /// <summary>A single step agrees with anything.</summary>
    private const int FewestSteps = 2;

    /// <summary>How far a step may lie from the median step, as a share of it. Times of a real clock vary more and give no rate.</summary>
    private const double StepTolerance = 0.01;

    /// <summary>Rates this near to a whole number, as a share of it, are that number: times are written with few digits.</summary>
    private const double WholeTolerance = 1e-4;

    /// <summary>Slower control is less likely than times in milliseconds, nanoseconds or frames.</summary>
    private const double SlowestHz = 1;

    /// <summary>The source itself when it states a rate or its times give none; else the source with the rate, and an oddity that says so.</summary>
    public static IEpisodeSource Complete(IEpisodeSource source)
    {
        if (source.Description.RateHz is not null
            || source is not ITimedSource timed
            || FromTimes(timed.FirstTimestampsS(MostSteps + 1)) is not { } rateHz)
        {
            return source;
        }

        DatasetOddity oddity = new(OddityCodes.RateInferred, $"rate inferred from timestamps: {ShortNumber.Of(rateHz, "Hz")}");
        return new RedescribedSource(source, source.Description with { RateHz = rateHz }, oddity);
    }

    /// <summary>In hertz; null when the times do not agree on a rate above 1 Hz.</summary>
    public static double? FromTimes(IReadOnlyList<double> timesS)
    {
        if (timesS.Count <= FewestSteps)
        {
            return null;
        }

        double[] steps = [.. timesS.Skip(1).Zip(timesS, (after, before) => after - before)];
        double median = steps.Order().ElementAt(steps.Length / 2);
        if (!Array.TrueForAll(steps, step => Math.Abs(step - median) <= StepTolerance * median))
        {
            return null;
        }

        // Steps that agree differ by rounding, which their mean has least of.
        double rateHz = steps.Length / (timesS[^1] - timesS[0]);
        double whole = Math.Round(rateHz);
        rateHz = Math.Abs(rateHz - whole) <= WholeTolerance * whole ? whole : rateHz;
        return rateHz > SlowestHz && double.IsFinite(rateHz) ? rateHz : null;
    }
}
