namespace Interlock.Policies.Networks;

/// <summary>One dense layer: y = activation(W·x + b), with dropout, and added to x where it is residual.</summary>
/// <param name="Tensor">Prefix of the tensors <c>.weight</c> [out, in] and <c>.bias</c> [out].</param>
/// <param name="Activation">What follows.</param>
/// <param name="Dropout">Probability of switching a unit off in the alternative chunks, 0 to below 1; the first chunk uses all units.</param>
/// <param name="IsResidual">Whether the input is added; out has to be in.</param>
public sealed record LayerDescription(string Tensor, Activation Activation, double Dropout, bool IsResidual);
