namespace Interlock.ExecSpec.Decoding;

/// <summary>Codes of specifications that cannot be decoded; each has a page in <c>docs/codes</c>.</summary>
internal static class DecodingCodes
{
    /// <summary>The scheme has no statistics to work with.</summary>
    public const string Inert = "EX240";

    /// <summary>The gripper mapping is no mapping.</summary>
    public const string Gripper = "EX241";

    /// <summary>There is no way from the policy's reference to the controller's.</summary>
    public const string Reference = "EX242";

    /// <summary>Statistics per position end before the chunk does.</summary>
    public const string Horizon = "EX243";

    /// <summary>Statistics are not finite.</summary>
    public const string NotFinite = "EX244";
}
