using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Table;

/// <summary>The cube: it lies on the table, hangs between the fingers, or falls.</summary>
internal sealed class Cube
{
    /// <summary>Edge length.</summary>
    public const double WidthM = 0.04;

    /// <summary>Distance between tool point and cube centre within which closing fingers catch the cube.</summary>
    public const double CatchDistanceM = 0.015;

    /// <summary>How much wider than the cube the fingers have to be before they let go.</summary>
    private const double ReleaseClearanceM = 0.002;

    private const double GravityMPerS2 = 9.81;

    private Vector3d _p_TC;
    private double _fallSpeedMPerS;
    private double _lastOpeningM;

    /// <summary>p_WC: centre of the cube, in metres.</summary>
    public Vector3d Position { get; private set; }

    public bool IsHeld { get; private set; }

    /// <summary>The fingers cannot close further than this.</summary>
    public double LowestOpeningM => IsHeld ? WidthM : 0;

    public bool IsOnTable => !IsHeld && Position.Z <= WidthM / 2;

    public void Reset(Vector3d p_WC, double openingM)
    {
        _lastOpeningM = openingM;
        Position = p_WC;
        IsHeld = false;
        _fallSpeedMPerS = 0;
    }

    /// <summary>The cube slips out; the fingers have to open before they can catch it again.</summary>
    public void Drop()
    {
        IsHeld = false;
        _lastOpeningM = 0;
    }

    public void Advance(Pose X_WT, double openingM, double dtS)
    {
        if (IsHeld)
        {
            Position = X_WT.Position + X_WT.Rotation.Apply(_p_TC);
            IsHeld = openingM <= WidthM + ReleaseClearanceM;
            _lastOpeningM = openingM;
            return;
        }

        Fall(dtS);
        bool closing = openingM <= WidthM && _lastOpeningM > WidthM;
        _lastOpeningM = openingM;
        if (closing && (Position - X_WT.Position).Length <= CatchDistanceM)
        {
            Catch(X_WT);
        }
    }

    private void Fall(double dtS)
    {
        _fallSpeedMPerS = IsOnTable ? 0 : _fallSpeedMPerS + (GravityMPerS2 * dtS);
        Position = Position with { Z = Math.Max(WidthM / 2, Position.Z - (_fallSpeedMPerS * dtS)) };
    }

    private void Catch(Pose tool)
    {
        IsHeld = true;
        _fallSpeedMPerS = 0;
        Vector3d offset = Position - tool.Position;
        _p_TC = new Vector3d(
            Vector3d.Dot(tool.Rotation.AxisX, offset), Vector3d.Dot(tool.Rotation.AxisY, offset), Vector3d.Dot(tool.Rotation.AxisZ, offset));
    }
}
