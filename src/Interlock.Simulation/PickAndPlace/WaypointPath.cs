using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>Minimum-jerk motion through way-points, at rest at each of them.</summary>
internal sealed class WaypointPath
{
    /// <summary>Half the width of the difference that stands for a derivative; short against any stage.</summary>
    private const double HalfStepS = 0.01;

    private readonly Waypoint[] _waypoints;
    private readonly double[] _arrivalS;

    /// <summary>Creates the path; the first way-point is where it starts, its duration does not count.</summary>
    public WaypointPath(IEnumerable<Waypoint> waypoints)
    {
        _waypoints = [.. waypoints];
        _arrivalS = new double[_waypoints.Length];
        for (int i = 1; i < _waypoints.Length; i++)
        {
            _arrivalS[i] = _arrivalS[i - 1] + _waypoints[i].DurationS;
        }
    }

    public double DurationS => _arrivalS[^1];

    public Stage StageAt(double timeS) => _waypoints[IndexAt(timeS)].Stage;

    /// <summary>The way-point in between at <paramref name="timeS"/>; the ends outside the path's duration.</summary>
    public Waypoint At(double timeS)
    {
        int to = IndexAt(timeS);
        Waypoint target = _waypoints[to];
        Waypoint origin = _waypoints[to - 1];
        double share = MinimumJerk.ShareOfWay((timeS - _arrivalS[to - 1]) / target.DurationS);
        return target with
        {
            Position = Vector3d.Between(origin.Position, target.Position, share),
            YawRad = origin.YawRad + (share * (target.YawRad - origin.YawRad)),
            OpeningM = origin.OpeningM + (share * (target.OpeningM - origin.OpeningM)),
        };
    }

    /// <summary>Speed of the tool point, in m/s.</summary>
    public double ToolSpeedAt(double timeS) =>
        (At(timeS + HalfStepS).Position - At(timeS - HalfStepS).Position).Length / (2 * HalfStepS);

    private int IndexAt(double timeS)
    {
        int index = 1;
        while (index < _waypoints.Length - 1 && timeS >= _arrivalS[index])
        {
            index++;
        }

        return index;
    }
}
