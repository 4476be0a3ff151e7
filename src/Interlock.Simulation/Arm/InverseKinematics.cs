using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Arm;

/// <summary>
/// Damped least squares (Wampler 1986): Δq = Jᵀ(JJᵀ + λ²I)⁻¹e, repeated from the given configuration, kept inside the
/// mechanical stops.
/// </summary>
public sealed class InverseKinematics
{
    /// <summary>Components of a pose error: three of position, three of orientation.</summary>
    private const int TaskSize = 6;

    /// <summary>One radian of orientation error weighs as much as this many metres of position error.</summary>
    private const double MetrePerRadian = 0.2;

    /// <summary>Largest error that is tackled in one iteration, in metres; larger ones leave the range of the linearisation.</summary>
    private const double LargestErrorM = 0.15;

    /// <summary>Damping far from the target, in metres.</summary>
    private const double Damping = 0.02;

    private const int MaxIterations = 60;

    private readonly ArmDescription _arm;
    private readonly KinematicChain _chain;
    private readonly double[] _jacobian;
    private readonly double[] _normal = new double[TaskSize * TaskSize];
    private readonly double[] _error = new double[TaskSize];

    /// <summary>Creates a solver for one arm; not thread-safe.</summary>
    public InverseKinematics(ArmDescription arm)
    {
        _arm = arm;
        _chain = new KinematicChain(arm);
        _jacobian = new double[TaskSize * arm.JointCount];
    }

    /// <summary>Moves <paramref name="jointsRad"/> towards the configuration whose tool pose is <paramref name="X_WT"/>.</summary>
    /// <param name="X_WT">Target pose of the tool.</param>
    /// <param name="jointsRad">In: where to start. Out: the solution, or the best configuration found. In radians.</param>
    /// <param name="tolerance">Largest remaining error, in metres, with 1 rad counted as 0.2 m; default 1 µm.</param>
    /// <returns>False when the target was not reached within the tolerance.</returns>
    public bool Solve(Pose X_WT, Span<double> jointsRad, double tolerance = 1e-6)
    {
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            double remaining = MeasureError(X_WT, jointsRad);
            if (remaining <= tolerance)
            {
                return true;
            }

            double damping = Damping * Math.Min(1, remaining / LargestErrorM);
            LimitError(remaining);
            BuildNormalEquations(damping * damping);
            CholeskySystem.Solve(_normal, _error);
            Advance(jointsRad);
        }

        return MeasureError(X_WT, jointsRad) <= tolerance;
    }

    private double MeasureError(Pose target, ReadOnlySpan<double> jointsRad)
    {
        _chain.MoveTo(jointsRad);
        Store(_error, 0, 1, target.Position - _chain.Tool.Position);
        Store(_error, 3, 1, MetrePerRadian * _chain.Tool.Rotation.ErrorTo(target.Rotation));
        double squares = 0;
        foreach (double component in _error)
        {
            squares += component * component;
        }

        return Math.Sqrt(squares);
    }

    private void LimitError(double size)
    {
        double scale = Math.Min(1, LargestErrorM / size);
        for (int i = 0; i < TaskSize; i++)
        {
            _error[i] *= scale;
        }
    }

    private void BuildNormalEquations(double dampingSquared)
    {
        int joints = _arm.JointCount;
        for (int joint = 0; joint < joints; joint++)
        {
            Store(_jacobian, joint, joints, _chain.LinearColumn(joint, _chain.Tool.Position));
            Store(_jacobian, (3 * joints) + joint, joints, MetrePerRadian * _chain.AngularColumn(joint));
        }

        for (int row = 0; row < TaskSize; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = row == column ? dampingSquared : 0;
                for (int joint = 0; joint < joints; joint++)
                {
                    sum += _jacobian[(row * joints) + joint] * _jacobian[(column * joints) + joint];
                }

                _normal[(row * TaskSize) + column] = sum;
            }
        }
    }

    private void Advance(Span<double> jointsRad)
    {
        int joints = _arm.JointCount;
        for (int joint = 0; joint < joints; joint++)
        {
            double change = 0;
            for (int row = 0; row < TaskSize; row++)
            {
                change += _jacobian[(row * joints) + joint] * _error[row];
            }

            JointDescription limits = _arm.Joints[joint];
            jointsRad[joint] = Math.Clamp(jointsRad[joint] + change, limits.MinRad, limits.MaxRad);
        }
    }

    private static void Store(double[] target, int start, int stride, Vector3d vector)
    {
        target[start] = vector.X;
        target[start + stride] = vector.Y;
        target[start + (2 * stride)] = vector.Z;
    }
}
