using Interlock.Robots;
using Interlock.Robots.Cameras;
using Interlock.Robots.Matching;
using Interlock.Runtime.Worlds;

namespace Interlock.Runtime.Session.Making;

/// <summary>A robot as the settings describe it.</summary>
/// <param name="Robot">In the contract's order and units.</param>
/// <param name="Match">How its channels meet the contract's.</param>
/// <param name="Table">The simulated table that it stands at; null for other robots.</param>
/// <param name="Pictured">What a simulated camera can show of it; null when nothing.</param>
internal sealed record MadeRobot(OrderedRobot Robot, ChannelMatch Match, TableArmRobot? Table, IPicturedRobot? Pictured);
