namespace Interlock.Policies.Remote;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class RemoteCodes
{
    public const string Unreachable = "PO100";
    public const string TimedOut = "PO101";
    public const string Cut = "PO102";
    public const string ServerFailed = "PO103";
    public const string HttpStatus = "PO104";
    public const string ReplyTooLong = "PO105";
    public const string Unasked = "PO106";
    public const string WrongShape = "PO107";
    public const string WrongFrame = "PO108";
    public const string GrpcStatus = "PO109";
    public const string NotGrpc = "PO110";
    public const string NothingAvailable = "PO111";
    public const string OtherObservation = "PO112";
    public const string OutOfOrder = "PO113";
    public const string CameraMissing = "PO120";
    public const string ImageForm = "PO121";
    public const string StateTooShort = "PO122";
    public const string StateNotFinite = "PO123";
    public const string Address = "PO124";
    public const string UnknownPreset = "PO125";
    public const string UnknownImageKey = "PO126";

    /// <summary>Failures of the connection alone, after which the same observation may be sent again at once.</summary>
    public static bool MayRepeat(string code) => code is Unreachable or Cut or Unasked;

    /// <summary>The server understood and declined, or the fault is ours: the connection is as good as before.</summary>
    public static bool LeavesConnection(string code) =>
        code is Wire.WireCodes.ServerError or NothingAvailable or CameraMissing or ImageForm or StateTooShort or StateNotFinite;
}
