namespace Interlock.Runtime.Live;

/// <summary>A proxy that a feed shows. May be asked from any thread.</summary>
public interface ILiveProxy
{
    /// <summary>Where it stands now.</summary>
    LiveProxyStatus Status();
}
