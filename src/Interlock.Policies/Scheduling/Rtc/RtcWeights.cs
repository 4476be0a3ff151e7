namespace Interlock.Policies.Scheduling.Rtc;

/// <summary>Weights of the rows under way in real-time chunking (arXiv 2506.07339), with LeRobot's numbers.</summary>
public static class RtcWeights
{
    /// <summary>Fills in one weight per row of the new chunk.</summary>
    /// <param name="schedule">Shape.</param>
    /// <param name="delaySteps">Rows that will have been executed when the chunk arrives, 0 and up; more than the horizon counts as the horizon.</param>
    /// <param name="horizonRows">Rows that bind at all, 0 and up; never more than there are rows under way, see <see cref="RtcLeftover.Horizon"/>.</param>
    /// <param name="weights">Receives T weights in [0, 1].</param>
    public static void Fill(RtcSchedule schedule, int delaySteps, int horizonRows, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delaySteps);
        ArgumentOutOfRangeException.ThrowIfNegative(horizonRows);
        int horizon = Math.Min(horizonRows, weights.Length);
        int delay = Math.Min(delaySteps, horizon);
        for (int row = 0; row < weights.Length; row++)
        {
            double line = row < delay ? 1 : row >= horizon ? 0 : 1 - ((row - delay + 1.0) / (horizon - delay + 1));
            weights[row] = Shape(schedule, line, row < horizon);
        }
    }

    private static double Shape(RtcSchedule schedule, double line, bool isInHorizon) => schedule switch
    {
        RtcSchedule.Zeros => line == 1 ? 1 : 0,
        RtcSchedule.Ones => isInHorizon ? 1 : 0,
        RtcSchedule.Exp => line * (Math.Exp(line) - 1) / (Math.E - 1),
        _ => line,
    };
}
