namespace Interlock.Policies.Networks;

/// <summary>What follows a dense layer.</summary>
public enum Activation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>max(x, 0).</summary>
    Relu = 1,

    /// <summary>tanh(x).</summary>
    Tanh = 2,

    /// <summary>x·Φ(x), with the error function to 1.5·10⁻⁷; PyTorch's default.</summary>
    Gelu = 3,

    /// <summary>The approximation of GELU by tanh.</summary>
    GeluTanh = 4,
}
