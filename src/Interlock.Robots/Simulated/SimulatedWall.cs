namespace Interlock.Robots.Simulated;

/// <summary>
/// Something in the way: a spring with damping behind a plane in channel space. The plane is where the weighted sum of the channels,
/// s = Σ wᵢ·qᵢ, equals <see cref="Position"/>; behind it (s larger) the force is stiffness·depth + damping·speed, never below 0.
/// </summary>
public sealed record SimulatedWall
{
    /// <summary>Weight of each channel that reaches the wall, by name; at least one that is not 0.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>Weighted sum at which contact begins.</summary>
    public required double Position { get; init; }

    /// <summary>Force per unit of depth, N per unit of the weighted sum, above 0.</summary>
    /// <value>Default: 5000.</value>
    public double Stiffness { get; init; } = 5_000;

    /// <summary>Force per unit of approach speed, N·s per unit of the weighted sum, 0 or more.</summary>
    /// <value>Default: 50.</value>
    public double Damping { get; init; } = 50;

    /// <summary>Mass that each axis moves, in N·s² per unit of the weighted sum: the force is divided by it to give an acceleration. Above 0.</summary>
    /// <value>Default: 2.</value>
    public double Mass { get; init; } = 2;
}
